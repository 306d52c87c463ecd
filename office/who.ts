import { present } from '../dsl/present.ts';
import type { Actor } from '../dsl/rules/index.ts';
import { agencyById, type Directory, type OperatorNames, personById } from '../register/index.ts';
import type { Who } from '../texts/who.ts';

/** Who an act's ids mean. An id that nobody knows any more stays as it is; what was not recorded stays unsaid. */
export function whoActed(
  { agency, person, operator, ...rest }: Actor,
  directory: Directory,
  operators: OperatorNames,
): Who {
  return {
    ...rest,
    ...present({
      agency: agency && (agencyById(directory, agency)?.name ?? agency),
      person: person && (personById(directory, person)?.name ?? person),
      operator: operator && (operators.get(operator) ?? operator),
    }),
  };
}
