import { EnvironmentOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, TreeSelect } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listPlaces } from '../../contracts/organisations/staff.ts'
import { call } from '../api/client.ts'
import { may, useMe } from '../api/session.ts'
import { useSentence } from '../parts/states/sentence.ts'
import { useJurisdiction } from './jurisdiction.tsx'

interface Node {
  id: string
  /** Parent in the tree; null for one's own places. */
  pId: string | null
  /** The granted place above it. */
  root: string
  value: string
  title: string
  isLeaf: boolean
}

/** The place whose work is shown: one's own places, opened level by level down to the community. */
export function PlaceSwitcher(): ReactNode {
  const { t } = useTranslation('shell')
  const me = useMe()
  const client = useQueryClient()
  const sentence = useSentence()
  const { notification } = App.useApp()
  const { own, place, choose } = useJurisdiction()
  const below = may(me, listPlaces.verb)
  const [opened, setOpened] = useState<Node[]>([])
  if (!place) return null

  const roots = own.map(
    ({ id, name }): Node => ({ id, pId: null, root: id, value: id, title: name, isLeaf: !below }),
  )
  const nodes = [...roots, ...opened]
  // The remembered place may lie deeper than what has been opened: name it without its branch.
  const label = nodes.find(({ id }) => id === place.id)?.title ?? place.name

  async function open(node: Node): Promise<void> {
    const query = { parent: node.id, limit: 200 }
    const page = await client.fetchQuery({
      queryKey: ['organisations', 'places', query],
      queryFn: ({ signal }) => call(listPlaces, { query }, { signal }),
    })
    const children = page.rows
      .filter(({ kind }) => kind !== 'compound')
      .map(
        ({ id, name, kind }): Node => ({
          id,
          pId: node.id,
          root: node.root,
          value: id,
          title: name,
          isLeaf: kind === 'community',
        }),
      )
    setOpened((before) => [...before.filter(({ pId }) => pId !== node.id), ...children])
  }
  function load(id: string): Promise<void> {
    const node = nodes.find((one) => one.id === id)
    if (!node) return Promise.resolve()
    return open(node).catch((error: unknown) => {
      const { title, detail } = sentence(error)
      notification.error({ title, description: detail })
    })
  }
  function pick(id: string): void {
    const node = nodes.find((one) => one.id === id)
    if (node) choose({ id, name: node.title }, node.root)
  }
  return (
    <div className="gz-place">
      <EnvironmentOutlined aria-hidden />
      {own.length === 1 && !below ? (
        <span>
          <span className="gz-hidden">{t('place.label')}</span>
          {place.name}
        </span>
      ) : (
        <TreeSelect<{ value: string; label: ReactNode }>
          variant="borderless"
          aria-label={t('place.label')}
          labelInValue
          value={{ value: place.id, label }}
          treeDataSimpleMode
          treeData={nodes}
          loadData={({ value }) => load(String(value))}
          onChange={({ value }) => pick(value)}
          popupMatchSelectWidth={280}
          showSearch={false}
        />
      )}
    </div>
  )
}
