/** Numbers of 12345's work orders: letters, digits and hyphens. */
export const orderNumberPattern = /^[0-9A-Za-z-]{4,40}$/
