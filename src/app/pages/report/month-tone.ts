export { returnTone as monthTone } from '../../../core/return-tone';
