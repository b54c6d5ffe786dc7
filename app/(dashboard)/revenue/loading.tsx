import { ImportsSkeleton } from '../../_components/frame/skeletons.tsx';

export default function Loading() {
  return <ImportsSkeleton />;
}
