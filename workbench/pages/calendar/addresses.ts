export const yearAddress = (year: number): string => `/calendar?year=${year}`
export const noticeAddress = (id: string): string => `/calendar/notices/${id}`
