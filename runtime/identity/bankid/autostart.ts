/**
 * The link that starts the BankID app on the device that shows the page.
 * @param app where an app of our own answers instead of BankID's (the demo's test phone); absent in production.
 * The return goes by the order's `returnUrl`, which overrides `redirect`. Pure.
 * Source: developers.bankid.com, how-to-guides/autostart.
 */
export function autostartLink(autoStartToken: string, device: 'desktop' | 'mobile', app?: string): string {
  const base = app ?? (device === 'mobile' ? 'https://app.bankid.com/' : 'bankid:///');
  return `${base}?autostarttoken=${encodeURIComponent(autoStartToken)}&redirect=null`;
}

/** What a browser says of itself decides only which link and which words it gets, never what it may do. */
export const deviceOf = (userAgent: string | null): 'desktop' | 'mobile' =>
  /Android|iPhone|iPad|Mobile/i.test(userAgent ?? '') ? 'mobile' : 'desktop';
