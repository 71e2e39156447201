/** Whether this is a browser for Android, where the popup is a page of its own and there are no keys, menus or panels of extensions. */
export const isAndroid = (): boolean => navigator.userAgent.includes("Android");
