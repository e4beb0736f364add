import type { StateValue } from 'xstate';
import type { JsonObject } from '../definition/json.ts';
import type { Appeal, Outcome } from '../definition/types.ts';
import type { BeslutRecord, LegalState, Membership, TimelineEntry } from '../case/model.ts';
import type { Timer, Waiting } from '../flow/model.ts';
import type { Hex } from './hash.server.ts';

/** Rows as the one writer sends them and `to_jsonb` gives them back: columns by name, instants as ISO 8601, bytes as `\x…`. */
export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly version_id: string;
  readonly slug: string;
  readonly organ_key: string;
  readonly unit_key: string;
  readonly legal_state: LegalState;
  readonly channel: string;
  readonly language: string;
  readonly assignee_id: string | null;
  readonly value: StateValue;
  readonly status: 'active' | 'done';
  readonly data: JsonObject;
  readonly visits: number;
  readonly deadlines: readonly Timer[];
  readonly states: readonly string[];
  readonly phase: string | null;
  readonly waits_for: string | null;
  readonly queue_roles: readonly string[];
  readonly deadline: string | null;
  readonly opened_at: string;
  readonly changed_at: string;
  readonly closed_at: string | null;
  readonly seq: number;
  readonly head: Hex;
}

export interface PartyRow {
  readonly id: string;
  readonly case_id: string;
  readonly person_id: string | null;
  readonly role: 'applicant' | 'party' | 'ombud';
  readonly is_part: boolean;
  readonly sees: readonly string[];
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly personnummer: string | null;
  readonly organisationsnummer: string | null;
  readonly organisation_proved: boolean;
  readonly protected: boolean;
  readonly represents_id: string | null;
  readonly added_by_id: string | null;
  readonly added_at: string;
}

export interface TimelineRow {
  readonly case_id: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly entry: TimelineEntry | null;
  readonly gallrad_by: string | null;
  readonly previous: Hex | null;
  readonly hash: Hex;
}

export interface TimerRow {
  readonly case_id: string;
  readonly event: string;
  readonly delay: string;
  readonly state: string;
  readonly last_day: string | null;
  readonly at: string;
}

export interface WaitingRow {
  readonly case_id: string;
  readonly id: string;
  readonly seq: number;
  readonly src: Waiting['src'];
  readonly input: JsonObject;
}

export interface SubmissionRow {
  readonly id: string;
  readonly case_id: string;
  readonly seq: number;
  readonly version_id: string;
  readonly form: string;
  readonly answers: JsonObject;
  readonly snapshot: string | null;
  readonly language: string;
  readonly sha256: Hex;
  readonly submitted_by_id: string | null;
  readonly party_id: string | null;
  readonly submitted_at: string;
}

export interface SignatureRow {
  readonly id: string;
  readonly submission_id: string;
  readonly person_id: string | null;
  readonly method: string;
  readonly signed_at: string;
  readonly evidence: JsonObject;
}

export interface HandlingRow {
  readonly id: string;
  readonly case_id: string;
  readonly lopnummer: number;
  readonly handlingstyp: string;
  readonly title: string;
  readonly origin: 'inkommen' | 'utgaende' | 'intern';
  readonly allman_since: string | null;
  readonly allman_ground: 'inkommen' | 'expedierad' | 'slutbehandlat' | 'justerad' | 'fardigstalld' | null;
  readonly registration_mode: 'diarium' | 'ordnad' | 'undantagen' | 'ringa';
  readonly registered_at: string | null;
  readonly arrived_on: string | null;
  readonly correspondent: string | null;
  readonly sekretess: string | null;
  readonly submission_id: string | null;
  readonly beslut_id: string | null;
  readonly sha256: Hex | null;
  readonly created_by_id: string | null;
  readonly created_at: string;
}

export interface HandlingActRow {
  readonly id: string;
  readonly handling_id: string;
  readonly kind: 'godkand' | 'faststalld' | 'expedierad' | 'arkiverad' | 'gallrad' | 'tillford' | 'rensad';
  readonly at: string;
  readonly person_id: string | null;
  readonly recipient: string | null;
  readonly how: string | null;
}

/** A document on its way to a party by post or by hand. */
export interface LetterRow {
  readonly id: string;
  readonly case_id: string;
  readonly handling_id: string;
  readonly party_id: string;
  readonly created_at: string;
  readonly sent_on: string | null;
  readonly how: string | null;
  readonly sent_by_id: string | null;
}

export interface FileRow {
  readonly id: string;
  readonly draft_id: string | null;
  readonly case_id: string | null;
  readonly handling_id: string | null;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly sha256: Hex;
  readonly storage_key: string;
  readonly scan: 'clean' | 'not-scanned';
  readonly uploaded_by_id: string | null;
  readonly uploaded_at: string;
}

export interface BeslutRow {
  readonly id: string;
  readonly case_id: string;
  readonly seq: number;
  readonly kind: BeslutRecord['kind'];
  readonly outcome: Outcome;
  readonly delegation: string | null;
  readonly decided_by_id: string | null;
  readonly took_part: readonly string[];
  readonly presented_by: string | null;
  readonly decided_at: string;
  readonly communication: string | null;
  readonly reasons: string | null;
  readonly legal_basis: string;
  readonly appeal: Appeal;
  readonly immediate_ground: string | null;
  readonly laga_kraft_on: string | null;
  readonly enforceable_since: string | null;
  readonly replaces_id: string | null;
  readonly change: 'rattelse' | 'andring' | null;
}

export interface DelegationRow {
  readonly id: string;
  readonly organ_key: string;
  readonly item: string;
  readonly title: string;
  readonly unit_key: string | null;
  readonly role: Membership['role'] | null;
  readonly person_id: string | null;
  readonly automated: boolean;
  readonly from_day: string;
  readonly to_day: string | null;
}

export interface ReceiptRow {
  readonly beslut_id: string;
  readonly party_id: string;
  readonly received_on: string | null;
  readonly how: string | null;
  readonly proof: string | null;
  readonly last_day_to_appeal: string | null;
  readonly appealed_on: string | null;
}

export interface NoticeRow {
  readonly id: string;
  readonly organ_key: string;
  readonly case_id: string | null;
  readonly beslut_id: string | null;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly up_at: string;
  readonly up_by_id: string | null;
  readonly last_day: string;
  readonly down_at: string | null;
  readonly down_by_id: string | null;
}

/** Somebody who is asked to sign what the applicant filed, and what they answered. */
export interface CoSignerRow {
  readonly party_id: string;
  readonly case_id: string;
  readonly submission_id: string;
  readonly answer: 'signed' | 'refused' | null;
  readonly answered_at: string | null;
}

export interface StatusLinkRow {
  readonly token_hash: Hex;
  readonly case_id: string;
  readonly created_at: string;
  readonly revoked_at: string | null;
}
