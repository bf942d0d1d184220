export const incidentsAddress = '/findings/incidents'
export const decisionsAddress = '/findings/decisions'
export const incidentAddress = (id: string): string => `${incidentsAddress}/${id}`
export const decisionAddress = (id: string): string => `${decisionsAddress}/${id}`
