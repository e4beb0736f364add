const LINES = [
  '2 w 120 300 m 120 480 l 300 590 l 480 480 l 480 300 l h S',
  '180 300 80 120 re S 340 370 80 60 re S',
  '0.5 w 90 270 m 510 270 l S 90 265 m 90 275 l S 510 265 m 510 275 l S',
  'BT /F 20 Tf 90 720 Td (Ritning till demo) Tj ET BT /F 12 Tf 285 250 Td (8,4 m) Tj ET'
].join('\n');

const OBJECTS = [
  '<</Type/Catalog/Pages 2 0 R/Lang(sv)>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
  `<</Length ${LINES.length}>>\nstream\n${LINES}\nendstream`,
  '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
];

/** A drawing of a house as PDF, for what an applicant of the demo hands in. */
export function drawing(): Uint8Array {
  let text = '%PDF-1.4\n';
  const places = OBJECTS.map((body, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = OBJECTS.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  return new TextEncoder().encode(
    `${text}${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  );
}
