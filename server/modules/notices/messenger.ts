export interface Mail {
  /** Stable: a message sent twice because the first answer was lost is told by it. */
  id: string
  to: { address: string; name: string }
  subject: string
  text: string
}

/** The port through which notices leave the application. */
export interface Messenger {
  /** @throws when the message was not taken; it is tried again later */
  send(mail: Mail): Promise<void>
}
