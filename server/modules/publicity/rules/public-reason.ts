interface Words {
  zh: string
  en: string
}

/**
 * Reasons whose stored text a person wrote freely: the public reads what they mean, not the words, in which a name
 * could stand. Undefined for all others, which hold figures and words of the papers alone.
 */
export const publicReason = (code: string): Words | undefined =>
  code === 'declared-not-applicable'
    ? {
        zh: '经认定本项不适用，分值由其他指标按比例分担。',
        en: 'Found not to apply; its points are carried by the other rows.',
      }
    : undefined
