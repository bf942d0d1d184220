/** The few functions that we use of jstat 1.9.6, which ships no types. */
declare module 'jstat' {
  interface Distributions {
    studentt: { inv(p: number, df: number): number }
    normal: { inv(p: number, mean: number, sd: number): number }
    beta: { inv(p: number, a: number, b: number): number }
  }
  const distributions: Distributions
  export default distributions
}
