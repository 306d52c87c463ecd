/** Said where the name of who decides is given and blank. */
export const NO_DECIDER = '--as: tên người quyết định để trống; ghi --as "Họ tên"';
