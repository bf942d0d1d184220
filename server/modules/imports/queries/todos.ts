import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import type { Todo, TodoSource } from '../../todo-source.ts'
import { run } from '../policy.ts'

/** As many as a first page can bear; the list holds the others. */
const most = 5

const words = {
  checked: { zh: '已检查，等您确认导入', en: 'was checked and waits for your confirmation' },
  interrupted: {
    zh: '导入中断，未保存任何内容，请重新确认',
    en: 'was interrupted, nothing was saved; confirm it again',
  },
}

/** Long work reports back: the asker's own imports that wait for a confirmation. */
export const importTodos: TodoSource = {
  verb: 'imports.confirm',
  async todos(ctx: Context): Promise<Todo[]> {
    const found = await rows(
      ctx.db,
      sql<{
        id: string
        fileName: string
        state: keyof typeof words
      }>`SELECT r.id, r.file_name AS "fileName", r.state
        FROM imports.run r WHERE r.state IN ('checked', 'interrupted') AND ${ctx.policy.filter(ctx.actor, 'imports.confirm', run)}
        ORDER BY r.id DESC LIMIT ${most}`,
    )
    return found.map(({ id, fileName, state }) => ({
      id: `import-${id}`,
      zh: `“${fileName}”${words[state].zh}`,
      en: `${fileName} ${words[state].en}`,
      due: null,
      count: 1,
      link: `/imports/${id}`,
    }))
  },
}
