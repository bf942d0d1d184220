export interface TextMessage {
  /** Stable: a message sent twice because the first answer was lost is told by it. */
  id: string
  /** Eleven digits. */
  phone: string
  text: string
}

/** The port through which short messages leave the application. */
export interface Texter {
  /** @throws when the message was not taken; it is tried again later */
  send(message: TextMessage): Promise<void>
}
