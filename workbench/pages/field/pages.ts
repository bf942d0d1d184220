export { FieldFrame } from './FieldFrame.tsx'
export { TaskPage } from './TaskPage.tsx'
export { TasksPage } from './TasksPage.tsx'
