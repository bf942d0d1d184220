import { CheckCircleOutlined, RightOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import type { getWorklist } from '../../../contracts/worklist/staff.ts'
import { daysUntil } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { Deadline } from '../../parts/marks/Deadline.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'

type Todo = Answer<typeof getWorklist>['todos'][number]

interface TodoListProps {
  todos: Todo[]
  /** When they were asked for: days left are counted from then. */
  asOf: Date
}

/** Each row leads to where the thing is done; the server orders them by what runs out next. */
export function TodoList({ todos, asOf }: TodoListProps): ReactNode {
  const { t, i18n } = useTranslation('worklist')
  return (
    <section className="gz-card" aria-label={t('todos')}>
      <div className="gz-section-head">
        <h2>{t('todos')}</h2>
        {todos.length > 0 && <span className="gz-faint">{t('some', { count: todos.length })}</span>}
      </div>
      {todos.length === 0 ? (
        <EmptyState icon={<CheckCircleOutlined />} title={t('none')} hint={t('noneHint')} />
      ) : (
        <ul className="gz-todos">
          {todos.map((todo) => (
            <li key={todo.id}>
              <Goto to={todo.link} className="gz-todo">
                <span className="gz-todo-text">{i18n.language === 'en' ? todo.en : todo.zh}</span>
                {todo.count > 1 && (
                  <span className="gz-faint gz-number">{t('items', { count: todo.count })}</span>
                )}
                {todo.due !== null && (
                  <Deadline due={todo.due} daysLeft={daysUntil(todo.due, asOf)} unit="calendar" />
                )}
                <RightOutlined className="gz-todo-arrow" aria-hidden />
              </Goto>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
