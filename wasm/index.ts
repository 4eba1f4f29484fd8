/** Version of the calling convention, checked by the host before the first call. */
export function convention(): i32 {
  return 1;
}
