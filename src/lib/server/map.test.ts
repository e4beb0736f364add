import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { mapOf, pictureFrom } from './map.ts';

const BOUNDS = { west: 17.2, south: 62.3, east: 17.4, north: 62.4 };
const WMS = '/wms?bbox={west},{south},{east},{north}&width={width}&height={height}';

const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach((close) => close()));

/** Somebody else's map server, until the test ends. */
async function mapServer(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(() => server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

describe('the map that people point on', () => {
  it('is the demo municipality when no other is named', () => {
    const { source, places } = mapOf({ source: undefined, bounds: undefined });
    expect(source).toBe('/map/lindsjo.svg');
    expect(places).not.toEqual([]);
  });

  it("is the municipality's own, from this host, within its bounds", () => {
    expect(mapOf({ source: 'https://karta.example/', bounds: '17.2, 62.3, 17.4, 62.4' })).toEqual({
      source: '/karta',
      bounds: BOUNDS,
      places: []
    });
  });

  it.each([undefined, '', '17.2,62.3,17.4', '17.4,62.3,17.2,62.4', '17.2,62.3,17.4,norr', '1,2,3,4,5'])(
    'is none with the bounds %j: nobody is to point beside what they mean',
    (bounds) => {
      expect(() => mapOf({ source: 'https://karta.example/', bounds })).toThrow('SMEDJA_MAP_BOUNDS');
    }
  );
});

describe('the picture of the map', () => {
  it('is asked for by its bounds, at twice the pixels', async () => {
    const host = await mapServer(({ url }, response) => {
      response.writeHead(200, { 'content-type': 'image/png' }).end(url);
    });
    const picture = await pictureFrom(host + WMS, BOUNDS);
    expect(picture?.type).toBe('image/png');
    expect(new TextDecoder().decode(picture?.bytes)).toBe('/wms?bbox=17.2,62.3,17.4,62.4&width=1280&height=960');
  });

  it.each([
    ['an error', 500, 'image/png'],
    ['a report of an error, as WMS tells it', 200, 'text/xml']
  ])('is none when %s is answered', async (_, status, type) => {
    const host = await mapServer((_request, response) => response.writeHead(status, { 'content-type': type }).end('x'));
    expect(await pictureFrom(host + WMS, BOUNDS)).toBeUndefined();
  });

  it('is none when the host hangs up in the middle, or is not there', async () => {
    const host = await mapServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': 1_000_000 }).write('x');
      response.destroy();
    });
    expect(await pictureFrom(host + WMS, BOUNDS)).toBeUndefined();
    expect(await pictureFrom('http://127.0.0.1:1/', BOUNDS)).toBeUndefined();
  });
});
