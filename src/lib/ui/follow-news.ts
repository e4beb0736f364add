/**
 * Says what the template in a live region has when its case has moved on, told by the address in `data-news`; `data-seq` is the step
 * that the page shows. Only while the tab is seen: a browser keeps few connections to one host, and many cases may be open.
 * Gives what ends it.
 */
export function followNews(box: HTMLElement): () => void {
  const { news = '', seq } = box.dataset;
  const template = box.querySelector('template');
  let source: EventSource | undefined;
  const tell = (latest: number) => {
    const isTold = box.children.length > 1;
    if (latest > Number(seq) && template && !isTold) box.append(template.content.cloneNode(true));
  };
  const follow = () => {
    source?.close();
    source = document.visibilityState === 'visible' ? new EventSource(news) : undefined;
    source?.addEventListener('message', ({ data }) => tell(Number(data)));
  };
  follow();
  document.addEventListener('visibilitychange', follow);
  return () => {
    document.removeEventListener('visibilitychange', follow);
    source?.close();
  };
}
