import type { Page } from 'playwright-core';

/** What is done on the test phone: who, and the button's text when something else than success shall happen. */
export interface OnPhone {
  readonly person?: string;
  readonly happens?: string;
}

/**
 * Answers the newest BankID order on the demo's test phone, as its pages would, but without drawing them: they are walked where
 * logging in itself is proved.
 */
export async function answerOnPhone(page: Page, { person = '', happens }: OnPhone = {}): Promise<void> {
  // The page that waits has begun the order: before that, an older one would be answered.
  await page.locator('[data-order]').waitFor();
  const at = (path: string) => new URL(path, page.url()).href;
  const read = async (path: string) => (await page.request.get(at(path))).text();
  const [order = ''] = found(await read('/demo/bankid'), /<a class="choice" href="([^"]+)"/);
  const choices = await read(order);
  const [key = ''] = found(choices, new RegExp(`<option value="([^"]+)">${person}`));
  const words = happens ?? '(?:Legitimera|Skriv under)';
  const [name = '', value = ''] = found(choices, new RegExp(`name="(\\w+)" value="([^"]+)">${words}</button>`));
  await page.request.post(at(order), { form: { person: key, [name]: value }, maxRedirects: 0 });
}

function found(html: string, pattern: RegExp): string[] {
  const match = pattern.exec(html);
  if (!match) throw new Error(`the test phone does not show ${String(pattern)}`);
  return match.slice(1);
}

/** Answers the order that this page of the test phone shows. */
export async function answerHere(phone: Page, person?: string): Promise<void> {
  if (person) {
    const option = await phone.getByRole('option', { name: new RegExp(`^${person},`) }).getAttribute('value');
    await phone.getByLabel('Vem är du?').selectOption(option);
  }
  await phone.getByRole('button', { name: /^(Legitimera|Skriv under)$/ }).click();
}

/** Logs in by QR code and the test phone, and is then on `address`. */
export async function logInWithBankId(page: Page, address: string, person?: string): Promise<void> {
  await page.goto(`/logga-in/bankid?till=${encodeURIComponent(address)}`);
  await answerOnPhone(page, person ? { person } : {});
  await page.waitForURL((url) => url.pathname + url.search === address);
}

/** Logs in as a colleague at the demo's identity provider, and is then on `address`. */
export async function logInAsStaff(page: Page, address: string, name: string): Promise<void> {
  await page.goto(`/logga-in/personal?till=${encodeURIComponent(address)}`);
  await page.getByRole('button', { name }).click();
  await page.waitForURL((url) => url.pathname + url.search === address);
}
