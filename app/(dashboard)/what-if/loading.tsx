import { ReportSkeleton } from '../../_components/frame/skeletons.tsx';

export default function Loading() {
  return <ReportSkeleton rows={8} />;
}
