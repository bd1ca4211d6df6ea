import { useMessages } from '../i18n/language';
import { Empty } from '../ui/Empty';
import { ButtonLink } from '../ui/Link';

export function NotFound() {
  const { problem } = useMessages();
  return (
    <Empty title={problem.notFound} text="">
      <ButtonLink to="/tasks" search={{ filter: '' }}>
        {problem.home}
      </ButtonLink>
    </Empty>
  );
}
