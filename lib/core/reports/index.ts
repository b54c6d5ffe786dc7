/**
 * Reports: economics and verdicts made ready to be shown: sections, typed cells, prepared chart series. One model for
 * page, file, API and command line.
 * Does not own: how a cell is written (#format), how it is drawn (app/_components), the bytes of a file (#exports).
 */
export type {
  Column,
  HandlePicture,
  Line,
  Point,
  Report,
  Row,
  Section,
  Table,
  TimeChart,
  ZonePicture,
} from './report.ts';
