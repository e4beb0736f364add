// The front door: what the application and the scripts may call. Nothing else of the runtime is theirs, but its pure modules.
export { log } from './effects/log.server.ts';
export { isDatabaseUnavailable } from './persistence/is-unavailable.server.ts';
export { isReady } from './persistence/is-ready.server.ts';
export type { Actor } from './case/model.ts';
export { deviceOf } from './identity/bankid/autostart.ts';
export { messageKey, type Situation } from './identity/bankid/messages.ts';
export { fitsToSign } from './identity/bankid/request.ts';
export type { SignedAct } from './identity/binding.ts';
export { bindingText } from './identity/binding.ts';
export {
  addHolder,
  addItem,
  changeItem,
  readDelegations,
  type WrittenHolder
} from './organisation/delegations.server.ts';
export {
  addGroup,
  addToGroup,
  changeGroup,
  giveGroupRole,
  listGroups,
  readGroup,
  removeGroup
} from './organisation/groups.server.ts';
export { readLog } from './organisation/log.server.ts';
export { addOrgan, addUnit, changeOrgan, changeUnit, listOrgans, readOrgan } from './organisation/organs.server.ts';
export {
  addAbsence,
  addColleague,
  beginAgain,
  changeColleague,
  endEmployment,
  endHolding,
  giveRole,
  listAtWork,
  listColleagues,
  makeAdministrator,
  readColleague
} from './organisation/people.server.ts';
export type { LogRow } from './persistence/organisation/log.server.ts';
export type { OrganRow } from './persistence/organisation/organs.server.ts';
export type { Administering } from './organisation/administration.server.ts';
export {
  createUser,
  listUsers,
  patchUser,
  readOneUser,
  removeUser,
  replaceUser
} from './provisioning/provision-users.server.ts';
export {
  createGroup,
  listScimGroups,
  patchGroup,
  readOneGroup,
  removeScimGroup,
  replaceGroup
} from './provisioning/provision-groups.server.ts';
export type { Provisioning } from './provisioning/provision.server.ts';
export { staffIssuer } from './identity/settings.server.ts';
export { identity, type ProviderKey } from './identity/identity.server.ts';
export { isProved, type Order } from './identity/orders.server.ts';
export {
  addServiceAccount,
  callerBy,
  revokeServiceAccount,
  SCOPES,
  serviceAccounts,
  type Caller,
  type Scope,
  type ServiceAccount
} from './identity/service-accounts.server.ts';
export { beginActing, endActing, identifiedBy } from './mandate/act-for.server.ts';
export {
  fullmaktAct,
  giverOf,
  listFullmakter,
  readFullmakt,
  revokeFullmakt,
  signFullmakt,
  writeFullmakt,
  type Fullmakt
} from './mandate/give-fullmakt.server.ts';
export { endRegistered, listRegistered, registerMandate, registersIn } from './mandate/register-mandate.server.ts';
export { representationOf } from './mandate/mandates.server.ts';
export { limit, type Limited } from './identity/rate-limit.server.ts';
export {
  endAllSessions,
  endSession,
  peekSession,
  readSession,
  startSession,
  type Login,
  type Strength
} from './identity/sessions.server.ts';
export {
  deleteExpiredDrafts,
  discardDraft,
  eventDraft,
  keepDraftFiles,
  keptEventDraft,
  listDrafts,
  listRegistrations,
  readDraft,
  readDraftFile,
  removeDraftFile,
  saveDraft,
  startDraft,
  type Draft,
  type DraftOwner
} from './case/drafts.server.ts';
export { prefilledFromLastCase } from './case/last-application.server.ts';
export { addParty, type NewParty } from './case/add-party.server.ts';
export { assignCase, type Assignment } from './case/assign-case.server.ts';
export type * from './case/case-details.ts';
export { actOnCase } from './case/act-on-case.server.ts';
export type { Registration, WrittenParty } from './case/registration.ts';
export { definitionOf } from './case/definitions.server.ts';
export type { Changed } from './case/loop.server.ts';
export { withoutMissing } from './case/rules.ts';
export { openCase, type OpenCase, type Opened } from './case/open-case.server.ts';
export type { GivenSignature } from './case/signature-row.server.ts';
export { takenFor } from './case/taken-times.server.ts';
export { coSignersOf } from './case/co-signers.ts';
export { answerSigning, isSigningLink, readFileToSign, readToSign } from './case/sign-as-party.server.ts';
export {
  publishCaseType,
  publishedCaseType,
  publishedCaseTypes,
  publishFolders,
  type PublishedCaseType
} from './case/publish-case-type.server.ts';
export { printBlank } from './case/print-blank.server.ts';
export { searchCatalogue } from './case/search-catalogue.server.ts';
export {
  countCases,
  listCases,
  type CaseCounts,
  type CasePage,
  type CaseQuery,
  type ListedCase
} from './case/list-cases.server.ts';
export { askedOf, countPartyCases, linkToSign, listPartyCases } from './case/party-cases.server.ts';
export { lettersToSend, sendLetter, type LetterToSend } from './case/letters.server.ts';
export { listDeadJobs, runJobAgain, type DeadJob } from './case/dead-jobs.server.ts';
export { fileDocument, type Document, type Expedition } from './case/file-document.server.ts';
export { startWorker, type Worker, type WorkerOptions } from './effects/worker.server.ts';
export { startCase } from './effects/start-case.server.ts';
export { verifyTimeline, type TimelineFault, type TimelineVerdict } from './case/verify-timeline.server.ts';
export { caseOfParty, readPartyCase, type PartyCase } from './case/party-case.server.ts';
export { provisionsIn } from './effects/documents/beslut-parts.ts';
export { toldBeslut, type ToldBeslut } from './effects/documents/told-beslut.server.ts';
export { caseAtDesk, readCase } from './case/read-case.server.ts';
export { recordReceipt, type BeslutReceipt } from './case/record-receipt.server.ts';
export { fireDueTimers } from './case/fire-timers.server.ts';
export { beginPayment, settlePayment, type CasePayment } from './case/pay.server.ts';
export { bringResult } from './case/bring-result.server.ts';
export { caseByLink, readStatus, type CaseAtHand, type CaseStatus } from './case/read-status.server.ts';
export type { ToldAnswer } from './case/told.ts';
export { stopWatching, watchCase } from './case/watch-case.server.ts';
export { personIdsByPersonnummer } from './persistence/people.server.ts';
export { workplaceNames } from './persistence/place-names.server.ts';
export { closeDatabase } from './persistence/orm.server.ts';
export { issueReceipt, readReceipt, type Receipt } from './case/receipts.server.ts';
export { validateAnswers } from './form/validate.server.ts';
export { ports } from './effects/ports.server.ts';
export { runEffects } from './effects/run-effects.server.ts';
export { sentMails, type SentMail } from './persistence/mails.server.ts';
export { noticesDown, noticesUp, type BoardNotice, type PastNotice } from './persistence/notices.server.ts';
export { submissionHash } from './case/rows/context.server.ts';
export { formOf } from './case/rules.server.ts';
export { receiptDocument } from './effects/documents/receipt.server.ts';
export { readCaseFile } from './case/case-files.server.ts';
export type {
  CaseBeslut,
  CaseDetails,
  CaseEntry,
  CaseHandling,
  CaseParty,
  CaseSubmission
} from './case/case-details.ts';
export { DEMO_ADMINISTRATORS } from './demo/administrators.ts';
export { enterAdministrators } from './persistence/staff.server.ts';
export { DEMO_DELEGATIONS } from './demo/delegations.ts';
export { DEMO_ORGANS } from './demo/organs.ts';
export { enterDelegations } from './persistence/delegations.server.ts';
export { demoCast, type DemoCast } from './demo/overview.server.ts';
export { demoFilling } from './demo/fill.server.ts';
export { namePlaces, owningUnits } from './persistence/place-names.server.ts';
export { discardDesign, listDesigns, readDesign, startDesign, type Design } from './designs/designs.server.ts';
export { checkDesign, type DesignCheck } from './designs/check-design.server.ts';
export { exchangeEdits, type EditsTaken } from './designs/exchange-edits.server.ts';
export { libraryParts, savePart, type SavedPart } from './designs/library.server.ts';
export { checkedDesign, listCaseTypes, type ListedCaseType } from './designs/overview.server.ts';
export {
  approvePublication,
  changelog,
  publishDesign,
  readVersion,
  unpublish,
  withdrawPublication,
  type ListedVersion
} from './designs/publish-design.server.ts';
export { describeDesign, drawDesign, printDesign } from './designs/process-description.server.ts';
export { templateCases } from './designs/template-cases.server.ts';
export { wholeFile } from './designs/whole-file.server.ts';
export { designTemplate, keepDesignTemplate, tryDesignTemplate } from './designs/templates.server.ts';
