import { contractsYaml, openSession } from '#views';
import { download } from '../../../../_request/download.ts';
import { missing, problem } from '../../../../_request/problem.ts';

/** One contract as the part of a declaration that `apply` reads. */
export async function GET(_: Request, { params }: RouteContext<'/contracts/[id]/contract.yaml'>): Promise<Response> {
  try {
    const { id } = await params;
    const text = await contractsYaml(await openSession(), id);
    if (text === null) return missing(`no contract ${id}`);
    return download(`breakeven-contract-${id}.yaml`, text, 'application/yaml; charset=utf-8');
  } catch (error) {
    return problem(error);
  }
}
