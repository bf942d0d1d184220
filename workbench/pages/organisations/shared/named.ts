/** A record as the forms beside it need it: shown by name, sent by its code. */
export interface Named {
  id: string
  name: string
  code: string
}
