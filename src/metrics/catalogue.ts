export { METRICS } from '../core/metric-info';
