import { TEXT_ROLES, type TextRole } from '../../model/text.ts';
import { MOTIVATION } from '../motivation-of-version-2.ts';

/** Roles of texts whose annotations have one of the motivations that a search is restricted to; none: no annotation has. */
export type MotivatedRoles = readonly TextRole[];

/** Of version 2.0, in which every text supplements its canvas. */
export function rolesOf2(motivations: readonly string[]): MotivatedRoles {
  return motivations.length === 0 || motivations.includes('supplementing') ? TEXT_ROLES : [];
}

/** Of version 1.0 §3.2.1: what is the page's own words is painted on it, and all else is a comment. */
export function rolesOf1(motivations: readonly string[]): MotivatedRoles {
  if (motivations.length === 0) return TEXT_ROLES;
  const painting = motivations.includes('painting');
  const commenting = motivations.some((one) => one === 'commenting' || one === 'non-painting');
  return TEXT_ROLES.filter((role) => (MOTIVATION[role] === 'sc:painting' ? painting : commenting));
}
