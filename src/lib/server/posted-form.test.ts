import { describe, expect, it } from 'vitest';
import { formFields, postedForm } from './posted-form.ts';

const locals = { requestId: 'x' } as App.Locals;
const event = (body: BodyInit, headers: Record<string, string> = {}) => ({
  locals,
  request: new Request('http://localhost/', { method: 'POST', body, headers: { 'content-length': '9', ...headers } })
});

describe('a posted form that is read whole', () => {
  it('holds no NUL, which the database cannot keep', async () => {
    const fields = await formFields(event(new URLSearchParams([['name', 'f\u0000re']])));
    expect([...fields]).toEqual([['name', 'fre']]);
  });

  it('is 422 when it cannot be read', async () => {
    const torn = event('--x\r\nnothing', { 'content-type': 'multipart/form-data; boundary=x' });
    await expect(postedForm(torn)).rejects.toMatchObject({ status: 422 });
  });

  it('is 413 when it is without end, or does not say', async () => {
    const long = event(new URLSearchParams(), { 'content-length': '1000001' });
    await expect(postedForm(long)).rejects.toMatchObject({ status: 413 });
    await expect(postedForm(event(new URLSearchParams(), { 'content-length': 'x' }))).rejects.toMatchObject({
      status: 413
    });
  });
});
