/** "OKR or KPI?": three questions with yes or no, and what the answers come to. */
import { useState } from 'preact/hooks';
import { HELPER_QUESTIONS, type Guidance, type HelperAnswers, type HelperQuestion } from '../library/library';
import { Radios } from '../parts/Radios';
import { useVoice } from '../voice';

export function OkrOrKpi({ helper }: { readonly helper: Guidance['helper'] }) {
  const { say } = useVoice();
  const [answers, setAnswers] = useState<Partial<HelperAnswers>>({});
  const outcome = isComplete(answers) ? helper.outcome(answers) : undefined;
  const answer = (question: HelperQuestion) => (answers[question] === undefined ? '' : String(answers[question]));
  return (
    <details>
      <summary>{say('help.okrOrKpi')}</summary>
      {HELPER_QUESTIONS.map((question) => (
        <Radios
          key={question}
          legend={helper.questions[question]}
          value={answer(question)}
          options={[
            { value: 'true', label: say('help.yes') },
            { value: 'false', label: say('help.no') },
          ]}
          onChange={(value) => setAnswers({ ...answers, [question]: value === 'true' })}
        />
      ))}
      <div role="status">
        {outcome && (
          <p class="note">
            <b>{outcome.title}.</b> {outcome.text}
          </p>
        )}
      </div>
    </details>
  );
}

const isComplete = (answers: Partial<HelperAnswers>): answers is HelperAnswers => HELPER_QUESTIONS.every((question) => answers[question] !== undefined);
