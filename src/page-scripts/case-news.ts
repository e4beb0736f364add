import { followNews } from '#lib/ui/follow-news.ts';

for (const box of document.querySelectorAll<HTMLElement>('[data-news]')) followNews(box);
