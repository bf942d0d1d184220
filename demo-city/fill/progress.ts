/** How far the filling is, for the console and GET /healthz. */
export interface Progress {
  stage: string
  /** Rows recorded and rows in all, rounds counted as one each. */
  done: number
  total: number
}

export const ready: Progress = { stage: 'ready', done: 1, total: 1 }
