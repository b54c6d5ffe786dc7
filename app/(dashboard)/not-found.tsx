export { Absence as default } from '../_components/frame/absence.tsx';
