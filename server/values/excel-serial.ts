const msPerDay = 86_400_000
/** Serial 25569 is 1970-01-01; the 1904 calendar starts 1,462 days later. */
const epoch = 25_569
const later1904 = 1_462
/** 9999-12-31, the last day that Excel counts. */
const lastSerial = 2_958_465

/** An Excel serial as 'YYYY-MM-DD', with ' HH:mm:ss' when it has a time. The sheet's clock is Asia/Shanghai's: nothing is shifted. */
export function dateOfSerial(serial: number, since1904 = false): string | undefined {
  const days = serial + (since1904 ? later1904 : 0)
  if (!(days >= 1 && days < lastSerial + 1)) return undefined
  // Excel believes in 1900-02-29; earlier serials therefore stand one day off.
  const real = days < 60 ? days + 1 : days
  const text = new Date(Math.round(((real - epoch) * msPerDay) / 1000) * 1000).toISOString()
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}
