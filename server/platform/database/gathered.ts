interface Ask<Q, A> {
  question: Q
  resolve(answer: A): void
  reject(fault: unknown): void
}

/**
 * Questions of one turn of the event loop are answered by one statement. Nothing is remembered: each is answered by a
 * statement sent after it was asked, so what was taken away a moment before is away.
 * @param answerAll answers in the order of the questions
 */
export function gathered<Q, A>(answerAll: (questions: Q[]) => Promise<A[]>): (question: Q) => Promise<A> {
  let asks: Ask<Q, A>[] = []
  const send = () => {
    const sent = asks
    asks = []
    answerAll(sent.map((ask) => ask.question)).then(
      (answers) => {
        for (const [i, ask] of sent.entries()) ask.resolve(answers[i] as A)
      },
      (fault) => {
        for (const ask of sent) ask.reject(fault)
      },
    )
  }
  return (question) =>
    new Promise((resolve, reject) => {
      if (asks.push({ question, resolve, reject }) === 1) setImmediate(send)
    })
}
