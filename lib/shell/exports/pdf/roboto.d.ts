/** The files of the fonts that come with pdfmake; it has no types for them. */
declare module 'pdfmake/fonts/Roboto.js' {
  import type { TFontDictionary } from 'pdfmake/interfaces.js';

  const fonts: TFontDictionary;
  export default fonts;
}
