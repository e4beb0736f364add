/** The issuer is a name that holds on every port and host: people of the demo are known by it. */
export const DEMO_ISSUER = 'http://identity.lindsjo.example/demo/oidc';
