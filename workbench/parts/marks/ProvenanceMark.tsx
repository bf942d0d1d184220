import {
  CalculatorOutlined,
  EnvironmentOutlined,
  FileTextOutlined,
  ImportOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import type { Provenance } from '../../../contracts/evaluation/words.ts'
import { useWords } from '../words.ts'
import './marks.css'

const icons: Record<Provenance, ReactNode> = {
  computed: <CalculatorOutlined />,
  inspected: <EnvironmentOutlined />,
  surveyed: <TeamOutlined />,
  declared: <FileTextOutlined />,
  imported: <ImportOutlined />,
}

/** Where a number comes from: icon and word, the explanation on hover and focus. */
export function ProvenanceMark({ provenance }: { provenance: Provenance }): ReactNode {
  const t = useWords()
  return (
    <Tooltip title={t(`provenance.${provenance}Means`)}>
      <span className="gz-provenance">
        <span aria-hidden>{icons[provenance]}</span>
        {t(`provenance.${provenance}`)}
      </span>
    </Tooltip>
  )
}
