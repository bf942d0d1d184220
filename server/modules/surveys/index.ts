export { type DrawRequest, drawSurvey, type SurveyDraw } from './draw.ts'
export { drawAlgorithm, surveySeedHash } from './random-numbers.ts'
