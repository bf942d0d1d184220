import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { archivePaths } from '../../../contracts/archives/words.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { type Dictionary, dictionaryQuery } from './files.ts'

/** What each field means, file by file: folded, since few people read it. */
export function DictionaryTables(): ReactNode {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(dictionaryQuery)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading />
  if (data === null) return <p>{t('data.notYet')}</p>
  return (
    <>
      {data.files.map((file) => (
        <FileColumns key={file.name} file={file} />
      ))}
      <p>
        <a className="button" href={archivePaths.dictionary} download>
          {t('data.dictionaryFile')}
        </a>
      </p>
    </>
  )
}

function FileColumns({ file }: { file: Dictionary['files'][number] }): ReactNode {
  const { t, either } = useWords()
  return (
    <details>
      <summary>
        {either(file.title, file.titleEn)} ({file.name})
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('data.field')}</th>
            <th scope="col">{t('data.meaning')}</th>
            <th scope="col">{t('data.unit')}</th>
          </tr>
        </thead>
        <tbody>
          {file.columns.map((column) => (
            <tr key={column.name}>
              <th scope="row">
                <code>{column.name}</code>
              </th>
              <td>
                {either(column.title, column.titleEn)}
                {column.withheld !== null && (
                  <span className="where"> {either(column.withheld, column.withheldEn ?? '')}</span>
                )}
              </td>
              <td>{column.unit ?? column.type}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
