import { z } from 'zod'
import type { EventKind } from '../../modules/event-kind.ts'
import type { Module } from '../../modules/module.ts'

const fence = (value: unknown) => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``

function section({ name, zh, en, data, example }: EventKind): string {
  const { $schema: _, ...schema } = z.toJSONSchema(data)
  const body = { type: name, timestamp: '2026-12-08T16:00:00.000Z', data: example }
  return [
    `## \`${name}\`\n\n${zh} · ${en}`,
    `示例 Example（演示数据）：\n\n${fence(body)}`,
    `\`data\` 的 JSON Schema：\n\n${fence(schema)}`,
  ].join('\n\n')
}

/** docs/events.md: what other systems may subscribe to, from the schemas that everything sent is held against. */
export function eventPaper(modules: readonly Module[]): string {
  const kinds = modules.flatMap((module) => module.events ?? [])
  return `${[
    '# 事件目录 · Events',
    '由各模块登记的事件生成（`npx gongzhi docs`），请勿手改。如何接收、校验签名、去重，见[事件对接指南](guides/events.md)。\n每个事件不含任何个人信息；超出下列结构的内容不会发出。',
    [
      '| 事件 Event | 含义 | Meaning |',
      '|---|---|---|',
      ...kinds.map(({ name, zh, en }) => `| \`${name}\` | ${zh} | ${en} |`),
    ].join('\n'),
    ...kinds.map(section),
  ].join('\n\n')}\n`
}
