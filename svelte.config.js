import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: adapter(),
    csp: {
      mode: 'nonce',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
        // SvelteKit's own route announcer carries one style attribute; this is its hash, nothing else passes.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        // The form builder shows the page of a draft in a frame of its own.
        'frame-src': ['self'],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'form-action': ['self'],
        'base-uri': ['none'],
        'frame-ancestors': ['none']
      }
    },
    typescript: {
      config: (config) => ({
        ...config,
        include: [
          ...config.include,
          '../runtime/**/*.ts',
          '../designer/**/*.ts',
          '../designer/**/*.svelte',
          '../scripts/**/*.ts',
          '../tests/**/*.ts',
          '../bench/**/*.ts',
          '../migrations/**/*.ts'
        ]
      })
    }
  }
};
