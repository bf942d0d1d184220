import type { ThemeConfig } from 'antd'

/** Every colour and measure of the workbench. Text colours reach 4.5:1 on white and on the page's grey. */
export const palette = {
  brand: '#B3261E',
  brandDark: '#8F1D17',
  brandSoft: '#FBEFEE',
  ink: '#1F2329',
  inkSoft: '#50565F',
  inkFaint: '#666C75',
  line: '#DDE0E4',
  lineSoft: '#ECEEF1',
  page: '#F4F5F7',
  surface: '#FFFFFF',
  headSoft: '#F8F9FA',
  blue: '#1D5FAF',
  blueSoft: '#EDF4FC',
  amber: '#9A5B00',
  amberSoft: '#FFF6E5',
  green: '#1B7446',
  greenSoft: '#EBF6F0',
  error: '#A8121B',
  errorSoft: '#FDF0F0',
} as const

/** Told apart by colour-blind eyes too: hue and lightness differ from one to the next. */
export const series = ['#2F6690', '#E0A030', '#4C9A82', '#8A4F7D', '#7A828C', '#B8543A'] as const

const fontFamily =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "Noto Sans S Chinese", system-ui, sans-serif'

/** Blue leads inside controls; brand red is kept for the selected page and the one primary action. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: palette.blue,
    colorLink: palette.blue,
    colorInfo: palette.blue,
    colorSuccess: palette.green,
    colorWarning: palette.amber,
    colorError: palette.error,
    colorPrimaryBg: palette.blueSoft,
    colorPrimaryBgHover: '#DCE9F8',
    colorInfoBg: palette.blueSoft,
    colorInfoBorder: '#C3D8F0',
    colorSuccessBg: palette.greenSoft,
    colorSuccessBorder: '#BFE0CD',
    colorWarningBg: palette.amberSoft,
    colorWarningBorder: '#F0D9A8',
    colorErrorBg: palette.errorSoft,
    colorErrorBorder: '#EFC4C6',
    colorText: palette.ink,
    colorTextSecondary: palette.inkSoft,
    colorTextTertiary: palette.inkFaint,
    colorTextDescription: palette.inkFaint,
    colorTextPlaceholder: palette.inkFaint,
    colorBorder: '#C9CDD3',
    colorBorderSecondary: palette.lineSoft,
    colorBgLayout: palette.page,
    fontFamily,
    fontSize: 14,
    borderRadius: 6,
    borderRadiusLG: 8,
    controlHeightLG: 44,
    wireframe: false,
    boxShadowSecondary: '0 4px 16px rgba(31, 35, 41, 0.12)',
  },
  components: {
    Button: {
      colorPrimary: palette.brand,
      colorPrimaryHover: '#A3211A',
      colorPrimaryActive: palette.brandDark,
      defaultHoverColor: palette.blue,
      defaultHoverBorderColor: palette.blue,
      defaultActiveColor: palette.blue,
      defaultActiveBorderColor: palette.blue,
      primaryShadow: 'none',
      defaultShadow: 'none',
      dangerShadow: 'none',
    },
    Menu: {
      itemSelectedColor: palette.brand,
      itemSelectedBg: palette.brandSoft,
      itemActiveBg: palette.brandSoft,
      itemHeight: 40,
      itemMarginInline: 8,
      iconMarginInlineEnd: 12,
      activeBarBorderWidth: 0,
    },
    Table: {
      headerBg: palette.headSoft,
      headerColor: palette.inkSoft,
      headerSplitColor: 'transparent',
      cellPaddingBlock: 10,
      cellPaddingInline: 12,
      rowHoverBg: '#F7F9FB',
      rowSelectedBg: palette.blueSoft,
      rowSelectedHoverBg: '#E3EEFA',
      borderColor: palette.lineSoft,
    },
    Form: { labelColor: palette.ink, verticalLabelPadding: '0 0 6px', itemMarginBottom: 24 },
    Timeline: { itemPaddingBottom: 16 },
  },
}

/** The same colours for our own style sheets, as --gz-… on the root element. */
export function paintRoot(root: HTMLElement): void {
  for (const [name, colour] of Object.entries(palette)) {
    root.style.setProperty(`--gz-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour)
  }
  root.style.setProperty('--gz-font', fontFamily)
}
