/** Which way the interface is written. The page settles it once, with its language. */
export function interfaceDirection(): 'ltr' | 'rtl' {
  return document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr';
}
