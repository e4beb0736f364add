import type {
  Failed,
  Identity,
  IdentityProvider,
  LoginRequest,
  ProviderState,
  SignatureRequest
} from '../../ports/identity-provider.ts';
import { autostartLink } from './autostart.ts';
import type { BankIdClient } from './client.server.ts';
import { isFault, type Completion, type OrderRequest } from './model.ts';
import { qrText } from './qr.ts';

/** The issuer of what BankID says; its subject is the personnummer. */
export const BANKID_ISSUER = 'https://www.bankid.com';

/** A fault of the moment: the order may well be alive. */
const PASSING = /^(unreachable|maintenance|requesttimeout|internalerror)$/i;

const failed = (code: string): Failed => ({ status: 'failed', code });

/** Login and signature by BankID. What BankID finds risky is refused, also when it was completed. */
export function bankIdProvider(client: BankIdClient, now: () => Date): IdentityProvider {
  return {
    async begin(request, sign) {
      const started = await (sign
        ? client.sign({ ...order(request), ...signature(sign) })
        : client.auth(order(request)));
      if (isFault(started)) return failed(started.errorCode);
      return { status: 'begun', state: { ...started, startedAt: now().getTime() } };
    },

    async proceed(state) {
      const collected = await client.collect(String(state.orderRef));
      if (isFault(collected)) {
        return PASSING.test(collected.errorCode)
          ? { status: 'pending', hint: 'processing' }
          : failed(collected.errorCode);
      }
      if (collected.status === 'pending') return { status: 'pending', hint: collected.hintCode };
      if (collected.status === 'failed') {
        const unused = collected.hintCode === 'startFailed';
        return { ...failed(collected.hintCode), ...(unused ? { unused } : {}) };
      }
      const { completion, received } = collected;
      if (completion.risk === 'high') return failed('riskHigh');
      const evidence = { orderRef: String(state.orderRef), completionData: received };
      return { status: 'complete', identity: identityOf(completion), evidence };
    },

    async abandon(state) {
      await client.cancel(String(state.orderRef));
    }
  };
}

const order = (request: LoginRequest): OrderRequest => ({
  endUserIp: request.ip,
  returnRisk: true,
  web: {
    referringDomain: new URL(request.returnUrl).hostname,
    userAgent: request.userAgent,
    deviceIdentifier: request.browser
  },
  ...(request.sameDevice ? { returnUrl: request.returnUrl } : {})
});

const signature = ({ visible, nonVisible, personnummer }: SignatureRequest) => ({
  userVisibleData: visible,
  userNonVisibleData: nonVisible,
  // A signature is given by the one who is logged in, with the code and never by a fingerprint alone.
  requirement: { personalNumber: personnummer, pinCode: true }
});

const identityOf = ({ user }: Completion): Identity => ({
  issuer: BANKID_ISSUER,
  subject: user.personalNumber,
  name: user.name,
  personnummer: user.personalNumber,
  assurance: 'loa3',
  memberships: null
});

/** The text of the QR code at `now`. */
export const qrOf = (state: ProviderState, now: Date): string =>
  qrText(
    { qrStartToken: String(state.qrStartToken), qrStartSecret: String(state.qrStartSecret) },
    Math.max(0, Math.floor((now.getTime() - Number(state.startedAt)) / 1000))
  );

/** The link that starts the app on this device. */
export const appLinkOf = (state: ProviderState, device: 'desktop' | 'mobile', app?: string): string =>
  autostartLink(String(state.autoStartToken), device, app);
