import { describe, expect, it } from 'vitest';
import { isRefusal } from '#runtime/errors/refusal.ts';
import type { VirusScanner } from '#runtime/ports/virus-scanner.ts';
import { EICAR, fakeScanner } from '#runtime/testing/fake-scanner.ts';
import { memoryFileStore } from '#runtime/testing/memory-file-store.ts';
import { readForm, type ReceivedForm } from './read-form.ts';

const PDF = '%PDF-1.7\n%ritning';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
);
const rules = { types: ['application/pdf', 'image/*'], maxBytes: 10_000, maxCount: 2 };

function setUp(scanner: VirusScanner | null = null) {
  const files = memoryFileStore();
  const rulesOf = (field: string) => (field.startsWith('/files') ? rules : undefined);
  return { files, read: (request: Request) => readForm(request, { files, scanner, rulesOf }) };
}

type Part = readonly [field: string, content: string | Blob, filename?: string];

function post(...parts: readonly Part[]): Request {
  const body = new FormData();
  for (const [field, content, filename] of parts) {
    if (filename === undefined) body.append(field, String(content));
    else body.append(field, new Blob([content]), filename);
  }
  return new Request('http://localhost/', { method: 'POST', body });
}

async function formOf(outcome: Promise<ReceivedForm | object>): Promise<ReceivedForm> {
  const form = await outcome;
  if (isRefusal(form) || !('entries' in form)) throw new Error(JSON.stringify(form));
  return form;
}
const names = (form: ReceivedForm) => form.files.map(({ name }) => name);
const refused = (form: ReceivedForm) => form.refusals.map(({ name, refusal }) => [name, refusal.refused]);

describe('a posted form', () => {
  it('gives its text fields in order and its files in the store', async () => {
    const { files, read } = setUp();
    const form = await formOf(
      read(post(['/namn', 'Åsa'], ['/files/plan', PDF, 'Planritning åäö.pdf'], ['/namn', 'B']))
    );
    expect(form.entries).toEqual([
      ['/namn', 'Åsa'],
      ['/namn', 'B']
    ]);
    expect(form.files).toMatchObject([
      { field: '/files/plan', name: 'Planritning åäö.pdf', size: 17, mediaType: 'application/pdf', scan: 'not-scanned' }
    ]);
    expect(Buffer.from(files.contents.get(form.files[0]?.storageKey ?? '') ?? []).toString()).toBe(PDF);
  });

  it('may be urlencoded, since a form without files is', async () => {
    const body = new URLSearchParams([['/namn', 'Åsa & Bo']]);
    const form = await formOf(setUp().read(new Request('http://localhost/', { method: 'POST', body })));
    expect(form).toEqual({ entries: [['/namn', 'Åsa & Bo']], files: [], refusals: [] });
  });

  it('has no file where the field was left empty, and none for a field that the form does not have', async () => {
    const { files, read } = setUp();
    const form = await formOf(read(post(['/files/plan', '', ''], ['/other', PDF, 'x.pdf'], ['/a', '1'])));
    expect(form).toEqual({ entries: [['/a', '1']], files: [], refusals: [] });
    expect(files.contents.size).toBe(0);
  });

  it('may have parts without a name, which say nothing, and texts with NUL, which nobody wrote', async () => {
    const parts = ['; filename="a.pdf"\r\ncontent-type: application/pdf', '', '; name="/namn"'].map(
      (more) => `--x\r\ncontent-disposition: form-data${more}\r\n\r\n%PDF-\u0000\r\n`
    );
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const body = `${parts.join('')}--x--\r\n`;
    const form = await formOf(setUp().read(new Request('http://localhost/', { method: 'POST', body, headers })));
    expect(form).toEqual({ entries: [['/namn', '%PDF-']], files: [], refusals: [] });
  });

  it('is refused when it is torn', async () => {
    for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data']) {
      const torn = new Request('http://localhost/', {
        method: 'POST',
        body: '--x\r\nx',
        headers: { 'content-type': type }
      });
      expect(await setUp().read(torn)).toEqual({ refused: 'form.answers_invalid' });
    }
  });

  it('is refused when it is of another kind, or has text without end', async () => {
    const { files, read } = setUp();
    const json = new Request('http://localhost/', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' }
    });
    expect(await read(json)).toEqual({ refused: 'api.unsupported_media_type' });
    expect(await read(post(['/files/plan', PDF, 'a.pdf'], ['/text', 'x'.repeat(300_000)]))).toEqual({
      refused: 'form.too_large'
    });
    expect(files.contents.size).toBe(0);
  });
});

describe('a file that is not let in', () => {
  it('is refused by name when it is too large, and what came before and after it is kept', async () => {
    const { files, read } = setUp();
    const large = `${PDF}${'x'.repeat(3_000_000)}`;
    const form = await formOf(
      read(
        post(
          ['/files/a', PDF, 'first.pdf'],
          ['/files/b', large, 'large.pdf'],
          ['/c', 'x'],
          ['/files/d', PDF, 'last.pdf']
        )
      )
    );
    expect(refused(form)).toEqual([['large.pdf', 'file.too_large']]);
    expect(names(form)).toEqual(['first.pdf', 'last.pdf']);
    expect(form.entries).toEqual([['/c', 'x']]);
    expect(files.contents.size).toBe(2);
  });

  it('is judged by what is in it, not by its name or what the sender says it is', async () => {
    const { files, read } = setUp();
    const form = await formOf(
      read(
        post(
          ['/files/a', 'MZ\u0090\u0000 program', 'ritning.pdf'],
          ['/files/b', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'bild.png'],
          ['/files/c', '<!doctype html><script>alert(1)</script>', 'bild.jpg'],
          ['/files/d', new Blob([PNG]), 'utan ändelse']
        )
      )
    );
    expect(refused(form).map(([, code]) => code)).toEqual(Array(3).fill('file.type_not_allowed'));
    expect(form.files).toMatchObject([{ name: 'utan ändelse', mediaType: 'image/png' }]);
    expect(files.contents.size).toBe(1);
  });

  it('is refused when it is infected, and erased', async () => {
    const { files, read } = setUp(fakeScanner);
    const form = await formOf(read(post(['/files/a', `${PDF}${EICAR}`, 'smitta.pdf'], ['/files/b', PDF, 'frisk.pdf'])));
    expect(refused(form)).toEqual([['smitta.pdf', 'file.infected']]);
    expect(form.files).toMatchObject([{ name: 'frisk.pdf', scan: 'clean' }]);
    expect(files.contents.size).toBe(1);
  });

  it('is refused when the scanner gives no answer', async () => {
    const { files, read } = setUp({ scan: async () => Promise.reject(new Error('clamd is away')) });
    const form = await formOf(read(post(['/files/a', PDF, 'a.pdf'])));
    expect(refused(form)).toEqual([['a.pdf', 'file.not_scanned']]);
    expect(files.contents.size).toBe(0);
  });

  it('is refused when it is one too many', async () => {
    const { read } = setUp();
    const form = await formOf(read(post(...['a', 'b', 'c'].map((name): Part => ['/files/x', PDF, name]))));
    expect(refused(form)).toEqual([['c', 'file.too_many']]);
    expect(names(form)).toEqual(['a', 'b']);
  });

  it('has a name without path and without what cannot be seen', async () => {
    const { read } = setUp();
    const form = await formOf(read(post(['/files/a', PDF, '..\\..\\etc/passwd\u202efdp.exe'])));
    expect(names(form)).toEqual(['passwdfdp.exe']);
  });
});

describe('a sender who goes away', () => {
  const halfway = async (after: string, fail: boolean) => {
    const whole = post(['/files/a', PDF, 'whole.pdf'], ['/files/b', `${PDF}${'x'.repeat(5_000)}`, 'half.pdf']);
    const bytes = Buffer.from(await whole.arrayBuffer());
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(Uint8Array.from(bytes.subarray(0, bytes.indexOf(after) + 200)));
        if (fail) controller.error(new Error('aborted'));
        else controller.close();
      }
    });
    const headers = { 'content-type': whole.headers.get('content-type') ?? '' };
    const sent: RequestInit & { duplex: 'half' } = { method: 'POST', body, headers, duplex: 'half' };
    return new Request('http://localhost/', sent);
  };

  it.each([
    ['with the connection cut', true],
    ['with a form that only ends', false]
  ])('leaves nothing, also of files that were whole, %s', async (_, fail) => {
    const { files, read } = setUp();
    const reading = read(await halfway('half.pdf', fail));
    if (fail) await expect(reading).rejects.toThrow();
    else expect(await reading).toEqual({ refused: 'form.answers_invalid' });
    expect(files.contents.size).toBe(0);
  });
});
