/** On paper and in other programs, whatever the screen shows. */
const PAPER: Readonly<Record<string, string>> = { '--surface': '#ffffff', '--ink': '#1b2320' };

/** A drawing for other programs, which know nothing of our colours. Pure. */
export const portableSvg = (svg: string): string =>
  svg.replace(/var\((--[a-z-]+)\)/g, (_, name: string) => PAPER[name] ?? '#1b2320');

/** The same as dots, twice as many as it is wide. Only in a browser. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(2, 8000 / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no drawing surface');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((made, failed) =>
      canvas.toBlob((blob) => (blob ? made(blob) : failed(new Error('no picture'))), 'image/png')
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Prints the drawing alone, on one sheet. Only in a browser. */
export async function printSvg(svg: string): Promise<void> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  image.className = 'flow-print';
  image.alt = '';
  await image.decode();
  document.body.append(image);
  window.print();
  image.remove();
  URL.revokeObjectURL(image.src);
}
