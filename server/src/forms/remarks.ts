/** What a row of remarks in a table begins with, canonically: it belongs to no column and is none of the form's. */
export const remark = /^(?:注|备注|说明|填表说明|单位|填报单位|填表人|制表)[:：（(\d]?/;
