interface Ask<Q, A> {
  question: Q
  resolve(answer: A): void
  reject(fault: unknown): void
}

/** Statements under way at the same time: a second one goes on where the first is held up. */
const mostAtOnce = 2

/**
 * Questions of one turn of the event loop, and those that come while statements are under way already, are answered by
 * one statement. Nothing is remembered: each is answered by a statement sent after it was asked, so what was taken away
 * a moment before is away.
 * @param answerAll answers in the order of the questions
 */
export function gathered<Q, A>(answerAll: (questions: Q[]) => Promise<A[]>): (question: Q) => Promise<A> {
  let asks: Ask<Q, A>[] = []
  let underWay = 0
  let isDue = false
  const letSend = () => {
    if (isDue || asks.length === 0 || underWay >= mostAtOnce) return
    isDue = true
    setImmediate(() => void send())
  }
  const send = async () => {
    const sent = asks
    asks = []
    isDue = false
    underWay++
    try {
      const answers = await answerAll(sent.map((ask) => ask.question))
      for (const [i, ask] of sent.entries()) ask.resolve(answers[i] as A)
    } catch (fault) {
      for (const ask of sent) ask.reject(fault)
    } finally {
      underWay--
      letSend()
    }
  }
  return (question) =>
    new Promise((resolve, reject) => {
      asks.push({ question, resolve, reject })
      letSend()
    })
}
