import { openSession, savedMappingYaml } from '#views';
import { download } from '../../../../../_request/download.ts';
import { missing, problem } from '../../../../../_request/problem.ts';

/** A saved mapping as a file, which an import on the command line reads. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const { id } = await params;
    const saved = await savedMappingYaml(await openSession(), id);
    if (!saved) return missing(`no mapping ${id}`);
    return download(`${saved.name}.yaml`, saved.yaml, 'application/yaml; charset=utf-8');
  } catch (error) {
    return problem(error);
  }
}
