export { type DrawRequest, drawSurvey, type SurveyDraw } from './draw.ts'
