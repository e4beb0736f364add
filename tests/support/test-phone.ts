import type { Page } from 'playwright-core';

/** What is done on the test phone: who, and the button's text when something else than success shall happen. */
export interface OnPhone {
  readonly person?: string;
  readonly happens?: string;
}

/** Answers the newest BankID order on the demo's test phone, in a tab of its own. */
export async function answerOnPhone(page: Page, { person, happens }: OnPhone = {}): Promise<void> {
  const phone = await page.context().newPage();
  await phone.goto(new URL('/demo/bankid', page.url()).href);
  await phone
    .getByRole('link', { name: /Legitimera|Skriv under/ })
    .first()
    .click();
  await answerHere(phone, { ...(person ? { person } : {}), ...(happens ? { happens } : {}) });
  // The phone's page loads itself anew each other second, and a page that is closed while it does so may never be closed.
  await phone.goto('about:blank');
  await phone.close();
}

/** Answers the order that this page of the test phone shows. */
export async function answerHere(phone: Page, { person, happens }: OnPhone = {}): Promise<void> {
  if (person) {
    const option = await phone.getByRole('option', { name: new RegExp(`^${person},`) }).getAttribute('value');
    await phone.getByLabel('Vem är du?').selectOption(option);
  }
  if (happens) await phone.getByText('Låt något annat hända').click();
  await phone.getByRole('button', { name: happens ?? /^(Legitimera|Skriv under)$/ }).click();
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
