export const draftsAddress = '/standards/drafts'
export const draftAddress = (id: string, view = 'A.1'): string => `/standards/drafts/${id}/${view}`
